FROM --platform=$TARGETPLATFORM \
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/from-platform-redundant
  alpine:3.24
FROM --platform=$TARGETPLATFORMS alpine:3.24
FROM --platform=linux/$TARGETARCH alpine:3.24
