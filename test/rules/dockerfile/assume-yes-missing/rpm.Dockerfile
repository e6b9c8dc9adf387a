FROM fedora:43
RUN dnf group install x && dnf -vy install x && dnf in x && dnf --assumeno install x
#       ^^^^^ dockerfile/assume-yes-missing
#                                                   ^^ dockerfile/assume-yes-missing
RUN yum update; yum list; yum clean all; yum --enablerepo y install x; tdnf install x -y; dnf5 remove x
#       ^^^^^^ dockerfile/assume-yes-missing
#                                                           ^^^^^^^ dockerfile/assume-yes-missing
#                                                                                              ^^^^^^ dockerfile/assume-yes-missing
RUN zypper -n in x; zypper --non-interactive in x; zypper in -y x; zypper in -n x; zypper ref; zypper dup
#                                                                         ^^ dockerfile/assume-yes-missing
#                                                                                                     ^^^ dockerfile/assume-yes-missing
RUN dnf --setopt=assumeyes=1 install x && microdnf install \
#                                                  ^^^^^^^ dockerfile/assume-yes-missing
      x
