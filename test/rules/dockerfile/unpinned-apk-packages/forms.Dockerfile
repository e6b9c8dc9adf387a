FROM alpine:3.24
RUN apk --update add 'x>1' py-pip && apk del y
#                          ^^^^^^ dockerfile/unpinned-apk-packages
RUN --mount=type=cache,target=/var/cache/apk if true; then apk add --repository=https://x.example.com tea@edge; fi
#                                                                                                     ^^^^^^^^ dockerfile/unpinned-apk-packages
