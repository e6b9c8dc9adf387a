FROM debian:12
RUN apt-get -q install --force-yes a && aptitude --force-yes upgrade
#                      ^^^^^^^^^^^ dockerfile/apt-force-yes
#                                                ^^^^^^^^^^^ dockerfile/apt-force-yes
RUN ["apt-get", "install", "--force-yes", "a"]
#                           ^^^^^^^^^^^ dockerfile/apt-force-yes
RUN <<EOF
apt-get install -y --force-yes a
#                  ^^^^^^^^^^^ dockerfile/apt-force-yes
EOF
