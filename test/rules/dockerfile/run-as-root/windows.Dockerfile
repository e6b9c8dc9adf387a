# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
USER ContainerAdministrator
#    ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/run-as-root
