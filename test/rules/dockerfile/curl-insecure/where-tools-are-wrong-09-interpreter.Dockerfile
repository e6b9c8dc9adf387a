# escape=`
FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
RUN curl -k https://example.com
SHELL ["powershell", "-Command"]
RUN $x = 'curl -k'; Write-Host "sudo $x"
FROM debian:13
RUN ["curl", "-k", "https://example.com"]
#             ^^ dockerfile/curl-insecure
RUN ["echo", "&&", "curl", "-k"]
RUN ["bash", "-c", "curl -k https://example.com"]
#                        ^^ dockerfile/curl-insecure
SHELL ["python3", "-c"]
RUN print("curl -k https://example.com")
