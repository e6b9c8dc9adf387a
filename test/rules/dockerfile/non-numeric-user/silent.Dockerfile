FROM debian:12 AS a
USER app
FROM debian:12
ARG U
USER app
USER $U
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
USER ContainerUser
