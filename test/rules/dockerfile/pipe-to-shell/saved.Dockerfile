FROM debian:13
RUN curl -fsSLo /tmp/install.sh https://example.com/install.sh && sh /tmp/install.sh --yes && rm /tmp/install.sh
#                                                                 ^^ dockerfile/pipe-to-shell `sh` runs the file that `curl` has downloaded
RUN wget https://example.com/v$V/get-pip.py?x=1 && python3 get-pip.py
#                                                  ^^^^^^^ dockerfile/pipe-to-shell
RUN curl -LO https://example.com/setup && chmod +x setup && ./setup
#                                                           ^^^^^^^ dockerfile/pipe-to-shell
RUN curl https://example.com/a > /opt/a.sh; cd /opt; . ./a.sh
#                                                    ^ dockerfile/pipe-to-shell
RUN <<EOF
wget -O /tmp/b.sh https://example.com/b.sh
bash -e /tmp/b.sh
#@0-4 dockerfile/pipe-to-shell
EOF
