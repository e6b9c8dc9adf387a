FROM alpine:3.22
RUN apk add a | grep --allow-untrusted; echo apk add --allow-untrusted
RUN apk add a && yum install --allow-untrusted b
