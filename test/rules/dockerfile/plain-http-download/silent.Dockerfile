FROM debian:12
RUN curl http://localhost/a http://127.0.0.1:80/b http://[::1]/c "http://$HOST/d" http://host.docker.internal/e
RUN curl -H 'Referer: http://example.com' -x http://proxy:3128 https://example.com; npm config set proxy http://proxy.example.com
RUN pip --proxy http://proxy.example.com install x && git -c http.proxy=http://proxy.example.com fetch
RUN echo "deb http://deb.debian.org/debian bookworm main" >> /etc/apt/sources.list && grep http://example.com /a
RUN wget http://example.com/a && gpg --verify a.asc a
ADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 http://example.com/a /a
ENV http_proxy=http://proxy.example.com URL=http://example.com
