FROM alpine:3.24 AS build
COPY ["id_ed25519", "/root/.ssh/"]
#      ^^^^^^^^^^ dockerfile/secret-file-copied
FROM alpine:3.24
ARG KEY=server.key
COPY --chmod=0600 certs/$KEY certs/server.crt /etc/ssl/
#                 ^^^^^^^^^^ dockerfile/secret-file-copied
ADD deploy_key /root/.ssh/id_rsa
#   ^^^^^^^^^^ dockerfile/secret-file-copied
COPY --from=build /root/.aws /root/.aws
#                 ^^^^^^^^^^ dockerfile/secret-file-copied
COPY .git \
#    ^^^^ dockerfile/secret-file-copied
  .env* \
# ^^^^^ dockerfile/secret-file-copied
  /app/
ONBUILD COPY .npmrc /app/
#            ^^^^^^ dockerfile/secret-file-copied
