# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
SHELL ["pwsh", "-Command"]
RUN iwr https://example.com/a -OutFile a -SkipCertificateCheck; irm https://example.com/b -SkipCertificateCheck:$false
#                                        ^^^^^^^^^^^^^^^^^^^^^ dockerfile/download-client-insecure
RUN [System.Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }; iwr https://example.com/a -OutFile a
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/download-client-insecure
RUN curl.exe -sS -k https://example.com/a -o a; curl.exe -o -k.txt https://example.com/a
#                ^^ dockerfile/download-client-insecure
FROM debian:13
RUN echo -SkipCertificateCheck
