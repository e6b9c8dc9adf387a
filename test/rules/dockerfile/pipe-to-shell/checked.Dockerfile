FROM debian:13
RUN curl -o a.sh https://example.com/a.sh && echo "abc  a.sh" | sha256sum -c - && sh a.sh
RUN wget https://example.com/a.sh && [ "$(sha256sum a.sh)" = "abc  a.sh" ] && sh a.sh
RUN curl -O https://example.com/a.sh -O https://example.com/a.sh.asc && gpg --batch --verify a.sh.asc a.sh && bash a.sh
RUN curl -LO https://example.com/tool && cosign verify-blob --key k.pub --signature tool.sig tool && chmod +x tool && ./tool
RUN curl -o a.json https://example.com/a.json && sh b.sh && curl -o /dev/stdout https://example.com/x
RUN wget -O- https://example.com/a.sh && sh other.sh
