FROM debian:12 AS a
RUN wget -q https://example.com/a
FROM a
RUN curl -fO https://example.com/a
FROM debian:12
RUN if true; then curl -fO https://example.com/a; fi
RUN echo "$(wget -qO- https://example.com/b)" && wget -q https://example.com/c
#           ^^^^ dockerfile/wget-and-curl-both
