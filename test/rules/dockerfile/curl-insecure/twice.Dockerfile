FROM debian:12
RUN curl -sk --insecure https://localhost https://example.com/a
#          ^ dockerfile/curl-insecure
#            ^^^^^^^^^^ dockerfile/curl-insecure
RUN a=$(curl -k https://example.com/version) && echo "$(curl -sk "https://example.com/$a")" > /v
#            ^^ dockerfile/curl-insecure
#                                                              ^ dockerfile/curl-insecure
