FROM debian:13
RUN curl -o a.sh https://example.com/a.sh
RUN chmod +x a.sh && ./a.sh
#                    ^^^^^^ dockerfile/pipe-to-shell `./a.sh` runs the file that `curl` has downloaded
RUN wget -O /tmp/b.sh https://example.com/b.sh
WORKDIR /tmp
RUN bash -e b.sh
#   ^^^^ dockerfile/pipe-to-shell
RUN curl -o c.sh https://example.com/c.sh && echo "abc  c.sh" | sha256sum -c -
RUN sh c.sh
RUN curl -o d.sh https://example.com/d.sh
RUN gpg --verify d.sh.asc d.sh && sh d.sh
FROM debian:13
RUN sh a.sh
