FROM debian:13
RUN apt-get update \
    # the key
    && curl -fsS \
      -k \
#     ^^ dockerfile/curl-insecure
      https://example.com/key \
    && make
