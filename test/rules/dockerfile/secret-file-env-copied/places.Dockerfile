FROM busybox:1 AS base
WORKDIR /srv
COPY app/ conf ./
FROM base
ENV PORT=80 GOOGLE_APPLICATION_CREDENTIALS="keys/google.json"
#                                          ^^^^^^^^^^^^^^^^^^ dockerfile/secret-file-env-copied
ARG HF_TOKEN_PATH=/srv/token
#                 ^^^^^^^^^^ dockerfile/secret-file-env-copied
COPY token "${AWS_CONFIG_FILE}"
#          ^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-file-env-copied
