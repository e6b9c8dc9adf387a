FROM debian:13
# trivy:ignore:DS-0002
RUN a
# hadolint ignore=DL3002
RUN curl -k https://example.com
#        ^^ dockerfile/curl-insecure
# hadolint global ignore=DL3008
