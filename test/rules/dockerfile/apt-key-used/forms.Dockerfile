FROM debian:bookworm
RUN wget -qO- https://example.com/k | sudo apt-key --keyring /etc/apt/x.gpg add - && apt-key del X
#                                          ^^^^^^^ dockerfile/apt-key-used
RUN echo apt-key add
