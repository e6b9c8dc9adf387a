FROM debian:13
MAINTAINER "Ann" <ann@example.com>
#@0-10 dockerfile/maintainer
MAINTAINER costs $5
#@0-10 dockerfile/maintainer
maintainer Ann \
#@0-10 dockerfile/maintainer
  Example
MAINTAINER
#@0-10 dockerfile/maintainer
ONBUILD MAINTAINER me
#       ^^^^^^^^^^ dockerfile/maintainer
LABEL maintainer=me
