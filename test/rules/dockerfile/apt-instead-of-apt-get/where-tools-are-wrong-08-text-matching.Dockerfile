FROM debian:13
RUN curl -fsSO https://example.com/apt install.html; apt install firmware && rm -rf x
#                                                    ^^^ dockerfile/apt-instead-of-apt-get
