FROM debian:12 AS build
COPY --chown=app a /a
USER app
FROM debian:12
COPY --chown=app a /a
COPY --chown=$USER b /b
USER root
