FROM alpine:3.22
#    ^^^^^^^^^^^ dockerfile/missing-user
ONBUILD USER nobody
