FROM debian:13
RUN sudo apt install -y a && /bin/sh -c 'apt list'
#        ^^^ dockerfile/apt-instead-of-apt-get
#                                        ^^^ dockerfile/apt-instead-of-apt-get
RUN ["apt", "full-upgrade"]
#     ^^^ dockerfile/apt-instead-of-apt-get
RUN "apt" search x
#   ^^^^^ dockerfile/apt-instead-of-apt-get
RUN dpkg -s apt; xargs apt -y install < list
#                      ^^^ dockerfile/apt-instead-of-apt-get
ONBUILD RUN <<EOF
  apt -o Dir::x=y upgrade
# ^^^ dockerfile/apt-instead-of-apt-get
EOF
