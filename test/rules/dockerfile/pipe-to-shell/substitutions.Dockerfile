FROM debian:13
SHELL ["/bin/bash", "-c"]
RUN bash <(curl -fsSL https://example.com/a) --yes
#   ^^^^ dockerfile/pipe-to-shell
RUN source <(curl -fsSL https://example.com/a) && . <(wget -qO- https://example.com/b)
#   ^^^^^^ dockerfile/pipe-to-shell
#                                                 ^ dockerfile/pipe-to-shell
RUN sh -c "$(curl -fsSL https://example.com/a)" "" --unattended
#   ^^ dockerfile/pipe-to-shell
RUN eval "$(curl https://example.com/a)" && eval `wget -O- https://example.com/b`
#   ^^^^ dockerfile/pipe-to-shell
#                                           ^^^^ dockerfile/pipe-to-shell
RUN python3 -c "$(curl https://example.com/a.py)"
#   ^^^^^^^ dockerfile/pipe-to-shell
RUN bash <<< "$(curl https://example.com/a)"
#   ^^^^ dockerfile/pipe-to-shell
RUN bash < <(curl https://example.com/a)
#   ^^^^ dockerfile/pipe-to-shell
