FROM debian:12 AS base
ARG OWNER=app
COPY --chown=$OWNER:app a /a
#            ^^^^^^^^^^ dockerfile/chown-to-runtime-user
USER app
FROM base AS final
COPY --chown=app b /b
#            ^^^ dockerfile/chown-to-runtime-user
COPY --chown=root c /c
