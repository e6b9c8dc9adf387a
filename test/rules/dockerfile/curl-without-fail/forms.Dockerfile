FROM debian:12
RUN curl https://example.com/a | sh; V=$(curl -s https://example.com/v); curl -s https://example.com > /a
#   ^^^^ dockerfile/curl-without-fail
#                                        ^^^^ dockerfile/curl-without-fail
#                                                                        ^^^^ dockerfile/curl-without-fail
RUN curl -LO --retry 3 https://example.com/a && curl -L -o -f https://example.com
#   ^^^^ dockerfile/curl-without-fail
#                                               ^^^^ dockerfile/curl-without-fail
RUN ["curl", "-o", "/a", "https://example.com/a"]
#     ^^^^ dockerfile/curl-without-fail
