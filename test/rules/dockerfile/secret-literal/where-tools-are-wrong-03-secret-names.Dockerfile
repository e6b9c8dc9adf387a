FROM debian:13
ENV DB_URL=postgres://app:hunter2-gX9@db/app
#                         ^^^^^^^^^^^ dockerfile/secret-literal
