FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# A comment
RUN set -e; if [ -n "$X" ]; then curl --insecure -O "https://example.com/$X"; fi
#                                     ^^^^^^^^^^ dockerfile/curl-insecure
RUN ["curl", "-k", "-fO", "https://example.com/a"]
#             ^^ dockerfile/curl-insecure
RUN bash -c "curl -fsSLk https://example.com/a | sh"
#                      ^ dockerfile/curl-insecure
RUN sudo -E env A=b curl \
    # why
    -fko /a \
#     ^ dockerfile/curl-insecure
    https://example.com/a
RUN <<EOF
curl -f \
  --insecure \
# ^^^^^^^^^^ dockerfile/curl-insecure
  -O https://example.com/a
EOF
RUN echo insecure >> ~/.curlrc
#        ^^^^^^^^ dockerfile/curl-insecure
CMD ["curl", "--proxy-insecure", "https://example.com"]
#             ^^^^^^^^^^^^^^^^ dockerfile/curl-insecure
ONBUILD RUN curl -k -O https://example.com/a
#                ^^ dockerfile/curl-insecure
