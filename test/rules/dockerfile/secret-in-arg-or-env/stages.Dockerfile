ARG ROOT_PASSWORD=hunter2
#   ^^^^^^^^^^^^^ dockerfile/secret-in-arg-or-env
ARG NPM_TOKEN
FROM alpine:3.22 AS build
ENV DB_PASSWORD=hunter2
ARG NPM_TOKEN
#   ^^^^^^^^^ dockerfile/secret-in-arg-or-env
FROM alpine:3.22 AS base
ENV DB_PASSWORD=hunter2
#   ^^^^^^^^^^^ dockerfile/secret-in-arg-or-env
FROM base
COPY --from=build /a /a
ONBUILD ENV ADMIN_PASSWORD=hunter2
#           ^^^^^^^^^^^^^^ dockerfile/secret-in-arg-or-env
