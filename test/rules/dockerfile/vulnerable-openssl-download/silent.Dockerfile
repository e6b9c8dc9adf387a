FROM debian:12
RUN curl -LO https://www.openssl.org/source/openssl-3.0.7.tar.gz && curl -LO https://www.openssl.org/source/openssl-1.1.1w.tar.gz
RUN curl -LO https://example.com/openssl-$V.tar.gz && tar xf /src/openssl-3.0.1.tar.gz && curl -LO https://example.com/my-openssl-fork-1.0.1.tar.gz
RUN wget https://www.openssl.org/source/openssl-30.0.1.tar.gz
