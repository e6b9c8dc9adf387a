FROM node:22
USER "root"
#    ^^^^^^ dockerfile/run-as-root Containers of this image run as `root`
