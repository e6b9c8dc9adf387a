FROM debian:13
RUN apt-get install -q x && apt-get install -q -q x && apt-get install -qqq x; apt-get -fmy install x
#           ^^^^^^^ dockerfile/assume-yes-missing
RUN apt-get install -q=2 x; apt-get -o APT::Get::Assume-Yes=true install x; apt-get install -o Dir::x=y x
#                                                                                   ^^^^^^^ dockerfile/assume-yes-missing
RUN cat list | xargs apt-get install && echo y | apt-get install x && apt-get install x < answers
#                            ^^^^^^^ dockerfile/assume-yes-missing
RUN sudo apt upgrade; apt list; apt-get -s install x; apt-get install $APT_OPTS x; aptitude purge x
#            ^^^^^^^ dockerfile/assume-yes-missing
#                                                                                           ^^^^^ dockerfile/assume-yes-missing
RUN ["apt-get", "install", "x"]
#                ^^^^^^^ dockerfile/assume-yes-missing
RUN bash -c 'apt-get install x'
#                    ^^^^^^^ dockerfile/assume-yes-missing
ONBUILD RUN apt-get install x
#                   ^^^^^^^ dockerfile/assume-yes-missing
RUN <<EOF
apt-get autoremove
#       ^^^^^^^^^^ dockerfile/assume-yes-missing
EOF
RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes
RUN apt-get install x
FROM debian:13
RUN apt-get install x
#           ^^^^^^^ dockerfile/assume-yes-missing
