FROM alpine:3.24 AS base
COPY id_rsa /root/.ssh/id_rsa
#    ^^^^^^ dockerfile/secret-file-copied
FROM base AS child
RUN git clone git@example.com:a/b.git
FROM alpine:3.24 AS other
COPY server.key /etc/tls/
#    ^^^^^^^^^^ dockerfile/secret-file-copied
FROM child
COPY --from=other /etc/tls/server.key /etc/tls/
#                 ^^^^^^^^^^^^^^^^^^^ dockerfile/secret-file-copied
