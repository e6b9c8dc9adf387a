FROM alpine:3.22
RUN apk update && apk --no-cache --allow-untrusted \
#                                ^^^^^^^^^^^^^^^^^ dockerfile/apk-allow-untrusted
      add /tmp/a.apk
RUN set -x; apk add --allow-untrusted -t .deps a; echo "--allow-untrusted"
#                   ^^^^^^^^^^^^^^^^^ dockerfile/apk-allow-untrusted
RUN ["apk", "add", "--allow-untrusted", "/a.apk"]
#                   ^^^^^^^^^^^^^^^^^ dockerfile/apk-allow-untrusted
