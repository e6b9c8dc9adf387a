FROM debian:13 AS files
COPY build.sh /src/
WORKDIR /src
FROM files
RUN curl -fsSL https://example.com/x.tgz | tar xz && ./build.sh
RUN curl -fsSLo a https://example.com/a && sha512sum --check a.sum && chmod +x a && mv a /usr/bin
RUN curl -fsSLo a https://example.com/a && test "$(sha256sum a | cut -d' ' -f1)" = abc && install -m 755 a /usr/bin/a
RUN curl -fsSL https://example.com/x.tgz | tar xz -C /opt && /usr/bin/make -C /opt
RUN curl -fsSLo k.asc https://example.com/k.asc && chmod 644 k.asc && chmod go-x k.asc
RUN apt-get install -y curl && dpkg -i local.deb && tar xf local.tgz && ./install
RUN curl -fsSLo x.tgz https://example.com/x.tgz && tar czf y.tgz x.tgz && ./install
RUN curl -fsSLo r.sh https://example.com/r.sh && chmod +x r.sh && ./r.sh
ARG V
RUN curl -fsSL https://example.com/x.tgz -o x.tgz && gpg --verify x.asc x.tgz && tar xf x.tgz && ./x/install
RUN curl -o a https://example.com/a && sha256sum a | grep -q "$SHA" && chmod +x a
RUN curl -o a.rpm https://example.com/a.rpm && rpm --checksig a.rpm && rpm -i a.rpm
