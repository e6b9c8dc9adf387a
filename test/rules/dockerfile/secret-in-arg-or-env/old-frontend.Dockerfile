# syntax=docker/dockerfile:1.4
FROM alpine:3.22
ARG NPM_TOKEN
#   ^^^^^^^^^ dockerfile/secret-in-arg-or-env
RUN echo $NPM_TOKEN
