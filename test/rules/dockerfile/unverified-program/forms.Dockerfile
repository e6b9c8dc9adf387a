FROM debian:13
RUN curl -Lo /usr/bin/a https://example.com/a; chmod 0755 /usr/bin/a
#                                                         ^^^^^^^^^^ dockerfile/unverified-program becomes a program
RUN cd /tmp && wget -q https://example.com/v1/tool && install -o root -m 0755 tool /usr/local/bin/tool
#                                                                             ^^^^ dockerfile/unverified-program
RUN wget -O /tmp/x.deb https://example.com/x.deb && apt-get install -y /tmp/x.deb
#                                                                      ^^^^^^^^^^ dockerfile/unverified-program is installed
RUN curl -fsSLo x.rpm https://example.com/x.rpm && sudo rpm -Uvh x.rpm
#                                                                ^^^^^ dockerfile/unverified-program
RUN curl -fsSL https://example.com/x.tgz | tar -C /opt -xz && /opt/x/setup
#                                                             ^^^^^^^^^^^^ dockerfile/unverified-program comes out of an archive
RUN wget https://example.com/x.zip && unzip -q x.zip -d x && cd x && sh bin/setup.sh
RUN wget https://example.com/y.zip && unzip y.zip && python3 y/setup.py install
#                                                    ^^^^^^^ dockerfile/unverified-program
RUN <<EOF
curl -fsSLO https://example.com/z.tar.gz
tar xzf z.tar.gz
cd z
./configure
#@0-11 dockerfile/unverified-program
EOF
