FROM debian:12 AS a
WORKDIR "/proc/self/fd/7"
#       ^^^^^^^^^^^^^^^^^ dockerfile/workdir-in-system-dir
FROM a
WORKDIR ../8
#       ^^^^ dockerfile/workdir-in-system-dir
FROM debian:12
WORKDIR proc/self
#       ^^^^^^^^^ dockerfile/workdir-in-system-dir
WORKDIR /srv
WORKDIR ../proc/self/cwd
#       ^^^^^^^^^^^^^^^^ dockerfile/workdir-in-system-dir
WORKDIR /dev/fd/3
#       ^^^^^^^^^ dockerfile/workdir-in-system-dir
WORKDIR /boot
#       ^^^^^ dockerfile/workdir-in-system-dir
WORKDIR //proc//1//root
#       ^^^^^^^^^^^^^^^ dockerfile/workdir-in-system-dir
