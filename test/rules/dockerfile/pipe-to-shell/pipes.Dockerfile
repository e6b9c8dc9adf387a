FROM debian:13
RUN curl -fsSL https://example.com/a | sh
#                                      ^^ dockerfile/pipe-to-shell `sh` runs what `curl` downloads
RUN wget -qO- https://example.com/a | sudo -E bash -s -- --yes
#                                             ^^^^ dockerfile/pipe-to-shell `bash` runs what `wget`
RUN curl https://example.com/a.gz | gunzip | tee /tmp/a | /bin/bash
#                                                         ^^^^^^^^^ dockerfile/pipe-to-shell
RUN (curl https://example.com/a || wget -O- https://example.com/a) | A=1 python3 -
#                                                                        ^^^^^^^ dockerfile/pipe-to-shell
RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/bin
#                                                ^^^ dockerfile/pipe-to-shell
RUN if true; then curl -k "$URL" | bash -x; fi
#                                  ^^^^ dockerfile/pipe-to-shell
RUN ["sh", "-c", "curl https://example.com/a | sh"]
#                                              ^^ dockerfile/pipe-to-shell
ONBUILD RUN curl https://example.com/a | sh
#                                        ^^ dockerfile/pipe-to-shell
