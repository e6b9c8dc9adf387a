FROM alpine:3.22
ARG GITHUB_TOKEN
#   ^^^^^^^^^^^^ dockerfile/secret-in-arg-or-env takes a secret
ARG NPM_TOKEN= LEVEL=3 DB_PASSWORD=hunter2
#   ^^^^^^^^^ dockerfile/secret-in-arg-or-env takes a secret
#                      ^^^^^^^^^^^ dockerfile/secret-in-arg-or-env as its default
ENV API_KEY "some long value"
#   ^^^^^^^ dockerfile/secret-in-arg-or-env puts a secret into the image
ENV SESSION_SECRET=<secret> JWT_SECRET=changeme
#   ^^^^^^^^^^^^^^ dockerfile/secret-in-arg-or-env is a place for a secret
#                           ^^^^^^^^^^ dockerfile/secret-in-arg-or-env puts a secret into the image
