FROM debian:13
RUN curl -fsS https://example.com/a | sha256sum && curl -fsS https://example.com/b | shasum
