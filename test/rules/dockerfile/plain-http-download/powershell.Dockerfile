# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
SHELL ["powershell", "-Command"]
RUN Invoke-WebRequest -Uri "http://example.com/a.msi" -OutFile a.msi; Write-Host http://example.com/docs
#                           ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
RUN (New-Object Net.WebClient).DownloadFile('http://example.com/b.zip', 'b.zip')
#                                            ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/plain-http-download
RUN iwr http://localhost:8080/health; iwr https://example.com/c
