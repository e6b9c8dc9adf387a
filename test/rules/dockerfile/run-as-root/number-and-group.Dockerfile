FROM node:22
USER node
USER 0:0
#    ^^^ dockerfile/run-as-root
CMD ["node", "x.js"]
