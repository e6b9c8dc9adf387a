FROM alpine:3.22
ARG NPM_TOKEN
#   ^^^^^^^^^ dockerfile/secret-in-arg-or-env
ENV NPM_TOKEN=$NPM_TOKEN
ENV API_TOKEN=${NPM_TOKEN}
ENV DB_PASSWORD=${PW:-hunter2}
#   ^^^^^^^^^^^ dockerfile/secret-in-arg-or-env
