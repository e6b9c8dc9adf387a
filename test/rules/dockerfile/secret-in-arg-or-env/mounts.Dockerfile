# syntax=docker/dockerfile:1
FROM node:22-alpine AS base
ARG NPM_TOKEN
#   ^^^^^^^^^ dockerfile/secret-in-arg-or-env
ARG OTHER=1 \
    PRIVATE_KEY
#   ^^^^^^^^^^^ dockerfile/secret-in-arg-or-env
RUN --mount=type=cache,target=/root/.npm \
    NPM_TOKEN="$NPM_TOKEN" npm ci
RUN <<EOF
echo "${PRIVATE_KEY}" > /tmp/key
node -e 'process.env.NPM_TOKEN'
EOF
FROM base
RUN ["sh", "-c", "echo $NPM_TOKEN"]
COPY --chown=node $PRIVATE_KEY /key
