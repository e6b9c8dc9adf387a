FROM debian:12
VOLUME ["/data", "/proc", "/x"]
#                ^^^^^^^ dockerfile/sensitive-volume
VOLUME /sys/fs/cgroup /data /usr/
#      ^^^^^^^^^^^^^^ dockerfile/sensitive-volume
#                           ^^^^^ dockerfile/sensitive-volume
VOLUME /
#      ^ dockerfile/sensitive-volume
VOLUME /dev/../etc
#      ^^^^^^^^^^^ dockerfile/sensitive-volume
VOLUME /usr/share/nginx/html /etc/app /developer $X ["/proc"
