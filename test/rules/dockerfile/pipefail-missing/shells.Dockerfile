FROM debian:13 AS base
RUN curl x | tar x
#   ^^^^ dockerfile/pipefail-missing
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN curl x | tar x
FROM base
RUN curl x | tar x
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
RUN curl x | tar x
#   ^^^^ dockerfile/pipefail-missing
FROM alpine:3.24
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
RUN curl x | tar x
FROM example.com/unknown:1
RUN curl x | tar x
#   ^^^^ dockerfile/pipefail-missing
SHELL ["pwsh", "-c"]
RUN Get-Item | Select-Object
