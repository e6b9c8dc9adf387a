# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
RUN powershell -Command "iex ((New-Object System.Net.WebClient).DownloadString('https://chocolatey.org/install.ps1'))"
#                        ^^^ dockerfile/pipe-to-shell
SHELL ["powershell", "-Command"]
RUN Invoke-WebRequest https://example.com/a.ps1 -UseBasicParsing | Invoke-Expression
#                                                                  ^^^^^^^^^^^^^^^^^ dockerfile/pipe-to-shell
RUN Invoke-WebRequest https://example.com/a.zip -OutFile a.zip; Invoke-Expression 'dir'
