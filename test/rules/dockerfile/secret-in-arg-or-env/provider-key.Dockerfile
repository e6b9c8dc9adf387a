FROM alpine:3.22
ENV GITHUB_TOKEN=ghp_abcdefghijklmnopqrstuvwxyz0123456789
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-literal
