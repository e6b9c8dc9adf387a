FROM alpine:3.22
LABEL note="x" deploy="ghp_abcdefghijklmnopqrstuvwxyz0123456789"
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-literal LABEL has a GitHub token
RUN curl -H "Authorization: Bearer ghp_abcdefghijklmnopqrstuvwxyz0123456789" https://api.github.com/user
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-literal RUN has a GitHub token
CMD ["app", "--token", "ghp_abcdefghijklmnopqrstuvwxyz0123456789"]
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-literal CMD has a GitHub token
HEALTHCHECK CMD check ghp_abcdefghijklmnopqrstuvwxyz0123456789
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-literal
ONBUILD ARG X=ghp_abcdefghijklmnopqrstuvwxyz0123456789
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-literal
