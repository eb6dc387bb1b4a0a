import 'reflect-metadata'

export * as common from '@nestjs/common'
export * as core from '@nestjs/core'
export * as fastify from '@nestjs/platform-fastify'
